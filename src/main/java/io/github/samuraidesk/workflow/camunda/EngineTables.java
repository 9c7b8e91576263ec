package io.github.samuraidesk.workflow.camunda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The engine's tables, built by the create scripts that the engine comes with. What a database already has is left as it
 * is: tables that the engine built by itself under earlier programs are taken over, and a build that was killed half way
 * is finished.
 */
@Component
class EngineTables implements JavaMigration {

    /** The release whose scripts these are; a later one brings its own migration. */
    private static final String RELEASE = "7.24";

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    private static final Pattern TABLE = Pattern.compile("create table (\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INDEX = Pattern.compile("create (?:unique )?index (\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONSTRAINT =
            Pattern.compile("alter table \\w+\\s+add constraint (\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROW =
            Pattern.compile("insert into (\\w+)\\s+values\\s*\\(\\s*'([^']+)'", Pattern.CASE_INSENSITIVE);

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("9");
    }

    @Override
    public String getDescription() {
        return "engine tables";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    /** @throws FlywayException when the database has tables of another release of the engine */
    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        var there = new There(connection);
        if (there.tables.contains("act_ge_schema_log")) {
            mustBeOfThisRelease(connection);
        }
        boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
        for (String part : PARTS) {
            for (String statement : statements(h2 ? "h2" : "postgres", part)) {
                if (!there.has(statement)) {
                    try (Statement s = connection.createStatement()) {
                        s.execute(statement);
                    }
                }
            }
        }
    }

    private static void mustBeOfThisRelease(Connection connection) throws SQLException {
        try (Statement s = connection.createStatement();
                ResultSet rows =
                        s.executeQuery("SELECT VERSION_ FROM ACT_GE_SCHEMA_LOG ORDER BY TIMESTAMP_ DESC, ID_ DESC")) {
            if (rows.next() && !rows.getString(1).startsWith(RELEASE + ".")) {
                throw new FlywayException("The engine's tables in this database are of release " + rows.getString(1)
                        + "; this program takes over those of " + RELEASE + " only.");
            }
        }
    }

    private static List<String> statements(String database, String part) {
        String name = "/org/camunda/bpm/engine/db/create/activiti." + database + ".create." + part + ".sql";
        try (InputStream in = ProcessEngine.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the engine has no script " + name);
            }
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.strip().startsWith("--"))
                    .reduce("", (a, b) -> a + b + "\n");
            return List.of(script.split(";")).stream()
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of the scripts is in the database. Names in lower case, as statements and databases spell them differently. */
    private static final class There {

        private final Connection connection;
        private final Set<String> tables;
        private final Set<String> indexes;
        private final Set<String> constraints;

        There(Connection connection) throws SQLException {
            this.connection = connection;
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            this.tables = names("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = CURRENT_SCHEMA");
            this.indexes = names(
                    h2
                            ? "SELECT INDEX_NAME FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_SCHEMA = CURRENT_SCHEMA"
                            : "SELECT indexname FROM pg_indexes WHERE schemaname = CURRENT_SCHEMA");
            this.constraints = names("SELECT CONSTRAINT_NAME FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS"
                    + " WHERE CONSTRAINT_SCHEMA = CURRENT_SCHEMA");
        }

        private Set<String> names(String query) throws SQLException {
            var names = new HashSet<String>();
            try (Statement s = connection.createStatement();
                    ResultSet rows = s.executeQuery(query)) {
                while (rows.next()) {
                    names.add(rows.getString(1).toLowerCase(Locale.ROOT));
                }
            }
            return names;
        }

        boolean has(String statement) throws SQLException {
            Matcher row = ROW.matcher(statement);
            if (row.lookingAt()) {
                return hasRow(row.group(1), row.group(2));
            }
            return isIn(tables, TABLE, statement)
                    || isIn(indexes, INDEX, statement)
                    || isIn(constraints, CONSTRAINT, statement);
        }

        private static boolean isIn(Set<String> names, Pattern pattern, String statement) {
            Matcher found = pattern.matcher(statement);
            return found.lookingAt() && names.contains(found.group(1).toLowerCase(Locale.ROOT));
        }

        private boolean hasRow(String table, String key) throws SQLException {
            String column = table.equalsIgnoreCase("ACT_GE_PROPERTY") ? "NAME_" : "ID_";
            try (PreparedStatement s =
                    connection.prepareStatement("SELECT COUNT(*) FROM " + table + " WHERE " + column + " = ?")) {
                s.setString(1, key);
                try (ResultSet rows = s.executeQuery()) {
                    return rows.next() && rows.getLong(1) > 0;
                }
            }
        }
    }
}
