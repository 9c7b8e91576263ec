package io.github.samuraidesk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The arrows of the house point one way. */
class ArchitectureTest {

    private static final String ROOT = "io.github.samuraidesk.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.samuraidesk");

    @Test
    void bondAndCalendarNeedTheJdkAlone() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "bond..", ROOT + "calendar..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(ROOT + "bond..", ROOT + "calendar..", "java..")
                .check(CLASSES);
    }

    @Test
    void onlyOnePackageKnowsTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "workflow.camunda..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    void featuresDoNotKnowTheProcessOrThePages() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "act..",
                        ROOT + "clause..",
                        ROOT + "deal..",
                        ROOT + "form..",
                        ROOT + "law..",
                        ROOT + "market..",
                        ROOT + "wording..",
                        ROOT + "registration..",
                        ROOT + "underwriting..",
                        ROOT + "book..",
                        ROOT + "pricing..",
                        ROOT + "settlement..",
                        ROOT + "disclosure..",
                        ROOT + "review..",
                        ROOT + "lifecycle..",
                        ROOT + "audit..",
                        ROOT + "access..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "workflow..", ROOT + "web..", ROOT + "cli..")
                .check(CLASSES);
    }

    @Test
    void theDealKnowsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "deal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "act..",
                        ROOT + "law..",
                        ROOT + "clause..",
                        ROOT + "registration..",
                        ROOT + "underwriting..",
                        ROOT + "book..",
                        ROOT + "pricing..",
                        ROOT + "settlement..",
                        ROOT + "disclosure..",
                        ROOT + "review..",
                        ROOT + "lifecycle..",
                        ROOT + "audit..",
                        ROOT + "access..")
                .check(CLASSES);
    }

    /** Somebody may want the check without the desk: it knows no deal, no database and no framework. */
    @Test
    void theUploadCheckStandsAlone() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "edinet..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        ROOT + "edinet..",
                        "java..",
                        "javax..",
                        "org.jsoup..",
                        "org.apache.pdfbox..",
                        "org.apache.commons.csv..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void modulesUseEachOtherOnlyByWhatTheyOffer() {
        org.springframework.modulith.core.ApplicationModules.of(SamuraiDesk.class)
                .verify();
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        noClasses().should().callMethod(LocalDate.class, "now").check(CLASSES);
        noClasses().should().callMethod(LocalDateTime.class, "now").check(CLASSES);
        noClasses().should().callMethod(java.time.Instant.class, "now").check(CLASSES);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(CLASSES);
    }
}
