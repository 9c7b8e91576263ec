package io.github.samuraidesk.web;

import io.github.samuraidesk.access.People;
import io.github.samuraidesk.access.Person;
import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealFile;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.Role;
import java.security.Principal;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who reads, and whether the deal exists for them: to others it is not found. */
@Component
class Reader {

    private final People people;
    private final DealBook deals;
    private final Facts facts;

    Reader(People people, DealBook deals, Facts facts) {
        this.people = people;
        this.deals = deals;
        this.facts = facts;
    }

    static PersonId id(Principal principal) {
        return new PersonId(principal.getName());
    }

    Person person(Principal principal) {
        return people.find(principal.getName()).orElseThrow();
    }

    /** The deal's file, once for all that a request says of it. */
    DealFile deal(String id, Principal principal) {
        if (!id.matches(DealId.FORMAT)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        DealId dealId = new DealId(id);
        if (deals.find(dealId).isEmpty() || roles(dealId, principal).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return facts.of(dealId);
    }

    Set<Role> roles(DealId id, Principal principal) {
        return people.roles(id, id(principal));
    }
}
