package io.github.samuraidesk.workflow;

import io.github.samuraidesk.access.People;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Answers rules that ask what somebody is on a deal. */
@Component
class PeopleOfDeals implements RolesOnTheDeal {

    private final People people;

    PeopleOfDeals(People people) {
        this.people = people;
    }

    @Override
    public Set<Role> of(DealId id, String person) {
        return people.roles(id, new PersonId(person));
    }
}
