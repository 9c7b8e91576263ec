package io.github.samuraidesk.nets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.Approved;
import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.workflow.Visitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What REST promises to other programs: every path, parameter, body and answer, whatever moves in the house. */
class OpenApiTest extends DeskTest {

    @Test
    void thePathsAndTheirShapesStay() {
        var answer = new Visitor(port, Cast.LEAD.person().value(), PASSWORD).read("/api/openapi");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode api = JsonMapper.builder().build().readTree(answer.body());
        var lines = new ArrayList<String>();
        flat("paths", api.path("paths"), lines);
        flat("schemas", api.path("components").path("schemas"), lines);
        Approved.hold(Path.of("src/test/resources/nets/openapi.txt"), List.copyOf(lines));
    }

    /** One line a leaf, by its path; names in their order, since that of a map says nothing. */
    private static void flat(String path, JsonNode node, List<String> lines) {
        if (node.isObject() && !node.isEmpty()) {
            for (String name : new TreeSet<>(node.propertyNames())) {
                flat(path + "." + name, node.get(name), lines);
            }
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                flat(path + "." + i, node.get(i), lines);
            }
        } else {
            lines.add(path + " = " + node);
        }
    }
}
