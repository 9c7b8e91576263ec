package io.github.samuraidesk.review;

import io.github.samuraidesk.deal.Role;
import io.github.samuraidesk.disclosure.Paper;
import io.github.samuraidesk.wording.ResourceTable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which roles must approve which paper before it is filed or signed; a house rule, kept as a table. */
public final class ApprovalMatrix {

    private static final Map<Paper, List<Role>> ROLES = read();

    private ApprovalMatrix() {}

    /** Roles in the order in which they are shown; empty for a paper that needs no approval. */
    public static List<Role> roles(Paper paper) {
        return ROLES.getOrDefault(paper, List.of());
    }

    private static Map<Paper, List<Role>> read() {
        var roles = new EnumMap<Paper, List<Role>>(Paper.class);
        ResourceTable.rows("/rules/approval-matrix.csv")
                .forEach(r -> roles.put(
                        Paper.byCode(r.get("paper")).orElseThrow(),
                        Arrays.stream(r.get("roles").split(" "))
                                .map(Role::valueOf)
                                .toList()));
        return roles;
    }
}
