package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.registration.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the BPMN files to the enums, without engine or Spring. */
class ProcessContractTest {

    private static List<String> models() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            return files.filter(p -> p.toString().endsWith(".bpmn"))
                    .map(p -> {
                        try {
                            return Files.readString(p);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private static Set<String> find(String regex) throws IOException {
        var found = new TreeSet<String>();
        for (String model : models()) {
            Matcher m = Pattern.compile(regex).matcher(model);
            while (m.find()) {
                found.add(m.group(1));
            }
        }
        return found;
    }

    @Test
    void userTasksAreExactlyTheHumanTasks() throws IOException {
        assertThat(find("<bpmn:userTask id=\"([^\"]+)\""))
                .isEqualTo(Arrays.stream(HumanTask.values())
                        .map(HumanTask::id)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void serviceTasksNameExactlyTheSteps() throws IOException {
        assertThat(find("<bpmn:serviceTask id=\"([^\"]+)\"")).isEqualTo(steps(s -> true));
    }

    @Test
    void longStepsAreExternalTasksAndShortOnesAreDelegates() throws IOException {
        assertThat(find("camunda:topic=\"([^\"]+)\"")).isEqualTo(steps(Step::isLong));
        assertThat(find("camunda:delegateExpression=\"\\$\\{([^}]+)}\"")).isEqualTo(steps(s -> !s.isLong()));
    }

    private static Set<String> steps(Predicate<Step> which) {
        return Arrays.stream(Step.values()).filter(which).map(Step::id).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyCallActivityPassesTheBusinessKeyAndBindsItsDeployment() throws IOException {
        for (String model : models()) {
            Matcher calls = Pattern.compile("<bpmn:callActivity.*?</bpmn:callActivity>", Pattern.DOTALL)
                    .matcher(model);
            while (calls.find()) {
                assertThat(calls.group())
                        .contains("camunda:in businessKey=")
                        .contains("camunda:calledElementBinding=\"deployment\"");
            }
        }
    }

    @Test
    void noModelReachesCodeAnyOtherWay() throws IOException {
        for (String model : models()) {
            assertThat(model).doesNotContain("camunda:class", "scriptTask", "businessRuleTask", "camunda:expression=");
        }
    }

    @Test
    void everyRowOfTheRulePackIsATaskOrAnObligation() {
        Set<String> done = Arrays.stream(HumanTask.values())
                .flatMap(t -> t.rows().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        // after closing, or by event: dated obligations on the deal's calendar
        Set<String> obligations = Set.of(
                "S17", "H11", "J16", "J17", "J18", "J19", "J20", "J21", "J22", "C01", "C02", "C03", "C04", "C05");
        for (var rules : RulePack.allBuiltIn()) {
            assertThat(rules.rowNames().keySet())
                    .as(rules.head().id())
                    .allMatch(row -> done.contains(row) || obligations.contains(row));
        }
    }

    @Test
    void everyModelCanBeDrawn() throws IOException {
        for (String model : models()) {
            assertThat(model).contains("bpmndi:BPMNShape").contains("bpmndi:BPMNEdge");
        }
    }
}
