package io.github.samuraidesk.nets;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.Approved;
import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.rehearsal.Cast;
import io.github.samuraidesk.workflow.Visitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        JsonLines.add("paths", api.path("paths"), lines);
        JsonLines.add("schemas", api.path("components").path("schemas"), lines);
        Approved.hold(Path.of("src/test/resources/nets/openapi.txt"), List.copyOf(lines));
    }
}
