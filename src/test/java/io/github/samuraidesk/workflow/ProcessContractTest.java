package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.act.GatewayFact;
import io.github.samuraidesk.law.RulePack;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
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
import org.w3c.dom.Document;
import org.w3c.dom.Element;

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

    /** Gateways and timers ask for what the acts and steps say, by names that the program declares. */
    @Test
    void conditionsAskOnlyForDeclaredGatewayFacts() throws IOException {
        Set<String> declared =
                Arrays.stream(GatewayFact.values()).map(GatewayFact::id).collect(Collectors.toSet());
        var asked = new TreeSet<String>();
        for (String model : models()) {
            Matcher m = Pattern.compile(
                            "<bpmn:(?:conditionExpression|condition|timeDate)[^>]*>\\s*\\$\\{([^}]*)}", Pattern.DOTALL)
                    .matcher(model);
            while (m.find()) {
                String expression = m.group(1)
                        .replaceAll("execution\\.hasVariable\\('(\\w+)'\\)", "$1")
                        .replaceAll("&#x27;\\w+&#x27;|'\\w+'", "")
                        .replace("&amp;", "&")
                        .replaceAll("\\b(true|false|null)\\b", "");
                Matcher names = Pattern.compile("[A-Za-z]\\w*").matcher(expression);
                while (names.find()) {
                    asked.add(names.group());
                }
            }
        }
        assertThat(declared).containsAll(asked);
        assertThat(asked).as("declared and never asked").containsAll(declared);
    }

    private static List<Element> elements(Document drawing, String name) {
        var found = new java.util.ArrayList<Element>();
        var nodes = drawing.getElementsByTagNameNS("*", name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static Document drawing(String model) {
        try {
            var factory = javax.xml.parsers.DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new org.xml.sax.InputSource(new java.io.StringReader(model)));
        } catch (org.xml.sax.SAXException | IOException | javax.xml.parsers.ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Rectangle2D bounds(Element shape) {
        Element b = (Element) shape.getElementsByTagNameNS("*", "Bounds").item(0);
        return new Rectangle2D.Double(
                Double.parseDouble(b.getAttribute("x")),
                Double.parseDouble(b.getAttribute("y")),
                Double.parseDouble(b.getAttribute("width")),
                Double.parseDouble(b.getAttribute("height")));
    }

    @Test
    void noDrawnEdgeRunsThroughAShape() throws IOException {
        for (String model : models()) {
            Document drawing = drawing(model);
            var flows = new java.util.HashMap<String, Element>();
            elements(drawing, "sequenceFlow").forEach(f -> flows.put(f.getAttribute("id"), f));
            for (Element edge : elements(drawing, "BPMNEdge")) {
                Element flow = flows.get(edge.getAttribute("bpmnElement"));
                Set<String> own = Set.of(
                        flow.getAttribute("sourceRef"),
                        flow.getAttribute("targetRef"),
                        ((Element) flow.getParentNode()).getAttribute("id"));
                var points = edge.getElementsByTagNameNS("*", "waypoint");
                for (int i = 1; i < points.getLength(); i++) {
                    var line = new Line2D.Double(point(points.item(i - 1)), point(points.item(i)));
                    for (Element shape : elements(drawing, "BPMNShape")) {
                        if (!own.contains(shape.getAttribute("bpmnElement"))) {
                            assertThat(line.intersects(bounds(shape)))
                                    .as(flow.getAttribute("id") + " and " + shape.getAttribute("bpmnElement"))
                                    .isFalse();
                        }
                    }
                }
            }
        }
    }

    private static Point2D point(org.w3c.dom.Node waypoint) {
        Element e = (Element) waypoint;
        return new Point2D.Double(Double.parseDouble(e.getAttribute("x")), Double.parseDouble(e.getAttribute("y")));
    }

    @Test
    void everyBranchOfADecisionHasWords() throws IOException {
        for (String model : models()) {
            Document drawing = drawing(model);
            for (Element gateway : elements(drawing, "exclusiveGateway")) {
                List<Element> branches = elements(drawing, "sequenceFlow").stream()
                        .filter(f -> f.getAttribute("sourceRef").equals(gateway.getAttribute("id")))
                        .toList();
                if (branches.size() > 1) {
                    assertThat(branches)
                            .as(gateway.getAttribute("id"))
                            .allMatch(f -> !f.getAttribute("name").isBlank());
                }
            }
        }
    }
}
