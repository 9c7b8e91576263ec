package io.github.samuraidesk.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;

/** Deploys drawings, as a program of another time did; deals opened afterwards run on them. */
class OtherDrawings {

    private final RepositoryService repository;

    OtherDrawings(RepositoryService repository) {
        this.repository = repository;
    }

    void deploy(Path folder) throws IOException {
        var deployment = repository.createDeployment().name("drawings");
        for (Path part : List.of(folder, Path.of("processes"))) {
            String wanted = part.equals(folder) ? ".bpmn" : ".dmn";
            try (var files = Files.list(part)) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(wanted)).toList()) {
                    deployment.addString(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        deployment.deploy();
    }
}
