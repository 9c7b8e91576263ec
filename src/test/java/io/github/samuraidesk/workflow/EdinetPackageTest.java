package io.github.samuraidesk.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.samuraidesk.DeskTest;
import io.github.samuraidesk.deal.DealId;
import io.github.samuraidesk.deal.Facts;
import io.github.samuraidesk.disclosure.FilingPackage;
import io.github.samuraidesk.edinet.EdinetMessages;
import io.github.samuraidesk.edinet.Severity;
import io.github.samuraidesk.registration.Filing.Stage;
import io.github.samuraidesk.registration.RouteConfirmed;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every package the program makes passes the upload check, for states and companies, statements and final terms. */
class EdinetPackageTest extends DeskTest {

    @Autowired
    private FilingPackage packages;

    @Autowired
    private Facts facts;

    @ParameterizedTest
    @CsvSource({
        "SVN-2024, REVIEW_PAPERS, STATEMENT,",
        "SVN-2024, ALLOCATE, FINAL_TERMS,",
        // before its shelf was filed: later it is a takedown and makes no statement
        "RENAULT-S19-2017, REVIEW_PAPERS, STATEMENT, 2016-12-13",
        "IDN-2018, REVIEW_PAPERS, STATEMENT,",
        "IDN-2023, ALLOCATE, FINAL_TERMS,",
        "CASA-2025, ALLOCATE, FINAL_TERMS,"
    })
    void passesTheUploadCheck(String sample, HumanTask before, Stage stage, @Nullable LocalDate firstDay) {
        DealId id = firstDay == null ? open(sample) : open(sample, firstDay);
        rehearsal.run(id, t -> t == before);
        var route = facts.of(id).one(RouteConfirmed.SIGNED).orElseThrow().route();
        FilingPackage.Package sent = packages.of(facts.of(id), stage, route).orElseThrow();
        var words = EdinetMessages.of(Locale.ENGLISH);
        // a hint is no fault: the number of a supplement is given when it is filed
        assertThat(packages.check(facts.of(id), sent).faults())
                .filteredOn(f -> f.severity() != Severity.INFO)
                .extracting(f -> f.file() + ":" + f.line() + " " + f.rule() + " " + words.text(f))
                .isEmpty();
        assertThat(sent.files()).containsKey("PublicDoc/0000000_header.htm");
    }
}
