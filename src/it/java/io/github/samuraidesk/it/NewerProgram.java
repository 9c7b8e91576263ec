package io.github.samuraidesk.it;

import io.github.samuraidesk.deal.DealBook;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.PersonId;
import io.github.samuraidesk.deal.TermSheet;
import io.github.samuraidesk.deal.Tranche;
import io.github.samuraidesk.rehearsal.Rehearsal;
import io.github.samuraidesk.workflow.HumanTask;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a later program does to a deal, in a process of its own: {@link TwoProgramsIT} puts classes with one more component
 * before today's. Arguments: address of the database, deal, file for what stands in it, and what to do before: nothing,
 * {@code go TASK} (walk up to that task) or {@code say} (say the new component).
 */
public final class NewerProgram {

    private NewerProgram() {}

    public static void main(String[] args) throws Exception {
        var id = new DealId(args[1]);
        try (Bench bench = Bench.on(args[0])) {
            switch (args.length > 3 ? args[3] : "") {
                case "go" -> {
                    HumanTask stop = HumanTask.byId(args[4]).orElseThrow();
                    bench.bean(Rehearsal.class).run(id, task -> task == stop);
                }
                case "say" -> say(bench, id);
                default -> {
                    // looks on
                }
            }
            Files.write(Path.of(args[2]), Standing.of(bench.context(), id));
        }
    }

    private static void say(Bench bench, DealId id) throws ReflectiveOperationException {
        DealBook deals = bench.bean(DealBook.class);
        TermSheet sheet = deals.termSheet(id);
        var tranches = new ArrayList<Tranche>(sheet.tranches());
        // the component is not known where this is compiled
        tranches.set(0, (Tranche) Tranche.class.getMethod("noted", String.class).invoke(tranches.get(0), "said"));
        RecordComponent[] components = TermSheet.class.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = components[i].getName().equals("tranches")
                    ? tranches
                    : components[i].getAccessor().invoke(sheet);
        }
        TermSheet noted = (TermSheet) TermSheet.class
                .getDeclaredConstructor(Arrays.stream(components)
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new))
                .newInstance(values);
        bench.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            deals.lock(id);
            deals.changeTermSheet(id, noted, new PersonId("lead"));
        });
    }
}
