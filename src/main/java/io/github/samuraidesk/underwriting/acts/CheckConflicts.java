package io.github.samuraidesk.underwriting.acts;

import static io.github.samuraidesk.form.DealList.MANAGER;
import static io.github.samuraidesk.form.FieldType.FILE;
import static io.github.samuraidesk.form.FieldType.PERCENT;

import io.github.samuraidesk.act.Act;
import io.github.samuraidesk.act.Answer;
import io.github.samuraidesk.act.Asked;
import io.github.samuraidesk.act.Practice;
import io.github.samuraidesk.act.Standing;
import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.form.As;
import io.github.samuraidesk.form.Between;
import io.github.samuraidesk.form.From;
import io.github.samuraidesk.underwriting.ConflictCheck;
import io.github.samuraidesk.underwriting.Mandate;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** S02: every mandated manager is checked for conflicts of interest (利益相反), anti-social forces and identity. */
public record CheckConflicts(List<Check> checks, @As(FILE) String evidence) {

    public record Check(
            @From(MANAGER) String manager,
            @As(PERCENT) @Between(low = "0", high = "100") BigDecimal votingPercent,
            boolean controls,
            boolean groupLoanRepaid,
            boolean independentLead,
            boolean antiSocialForcesClear,
            boolean kycDone) {

        private ConflictCheck of(Mandate.Appointed appointed) {
            return new ConflictCheck(
                    manager,
                    appointed.lead(),
                    votingPercent,
                    controls,
                    groupLoanRepaid,
                    independentLead,
                    antiSocialForcesClear,
                    kycDone);
        }
    }

    public static final Act<CheckConflicts> ACT = Act.of("checkConflicts", CheckConflicts.class)
            .doing("S02")
            .by(Role.LEAD_MANAGER)
            .deed(CheckConflicts::check)
            .played(CheckConflicts::allClear);

    private Answer check(Standing deal, Asked by) {
        var writing = new Answer.Writing();
        List<Mandate.Appointed> mandated = deal.one(Mandate.FACT).orElseThrow().managers();
        var checked = new HashSet<String>();
        for (int row = 0; row < checks.size(); row++) {
            Check said = checks.get(row);
            Optional<Mandate.Appointed> appointed = mandated.stream()
                    .filter(a -> a.manager().equals(said.manager()))
                    .findFirst();
            if (appointed.isEmpty()) {
                writing.refuse("checks[" + row + "].manager", "unknownManager", said.manager());
                continue;
            }
            checked.add(said.manager());
            ConflictCheck check = said.of(appointed.get());
            if (check.outcome() != ConflictCheck.Outcome.PASS) {
                writing.refuse(
                        "checks[" + row + "]",
                        "conflictFound",
                        said.manager(),
                        check.outcome().name());
            }
            writing.record(ConflictCheck.FACT.at(said.manager()), check);
        }
        mandated.stream()
                .map(Mandate.Appointed::manager)
                .filter(manager -> !checked.contains(manager))
                .forEach(manager -> writing.refuse("checks", "managerNotChecked", manager));
        return writing.answer();
    }

    private static CheckConflicts allClear(Practice.Stage stage) {
        Stream<String> managers = stage.deal()
                .one(Mandate.FACT)
                .map(m -> m.names().stream())
                .orElseGet(() -> stage.deal().terms().managers().stream().map(TermSheet.Underwriter::name));
        return new CheckConflicts(
                managers.map(m -> new Check(m, BigDecimal.ZERO, false, false, true, true, true))
                        .toList(),
                stage.evidence("evidence"));
    }
}
