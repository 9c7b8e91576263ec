package io.github.samuraidesk.review;

import io.github.samuraidesk.review.Redline.Kind;
import io.github.samuraidesk.review.Redline.Line;
import io.github.samuraidesk.review.Redline.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRunTrackChange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;

/** A redline as a Word document whose changes can be accepted or rejected one by one (ECMA-376, tracked revisions). */
public final class TrackedChanges {

    private final String author;
    private final Calendar at;
    private long next = 1;

    private TrackedChanges(String author, Instant at) {
        this.author = author;
        this.at = GregorianCalendar.from(at.atZone(ZoneOffset.UTC));
        this.at.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
    }

    /** @param author, at who and when the changes are ascribed to */
    public static byte[] docx(Redline redline, String title, String author, Instant at) {
        var writer = new TrackedChanges(author, at);
        try (var document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setTitle(title);
            document.getProperties().getCoreProperties().setCreator(author);
            for (Line line : redline.lines()) {
                writer.write(line, document.createParagraph().getCTP());
            }
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Line line, CTP paragraph) {
        boolean gone = line.kind() == Kind.DELETED || line.kind() == Kind.MOVED_AWAY;
        boolean added = line.kind() == Kind.INSERTED || line.kind() == Kind.MOVED_HERE;
        if (gone || added) {
            // the paragraph's own end is part of the change: accepting a deletion must leave no empty line
            var mark = paragraph.addNewPPr().addNewRPr();
            stamp(gone ? mark.addNewDel() : mark.addNewIns());
        }
        for (Piece piece : line.pieces()) {
            boolean deleted = gone || piece.kind() == Kind.DELETED;
            boolean inserted = added || piece.kind() == Kind.INSERTED;
            CTR run;
            if (deleted) {
                CTRunTrackChange change = paragraph.addNewDel();
                stamp(change);
                run = change.addNewR();
                text(run.addNewDelText(), piece.text());
            } else if (inserted) {
                CTRunTrackChange change = paragraph.addNewIns();
                stamp(change);
                run = change.addNewR();
                text(run.addNewT(), piece.text());
            } else {
                run = paragraph.addNewR();
                text(run.addNewT(), piece.text());
            }
            if (line.level() > 0) {
                var look = run.addNewRPr();
                look.addNewB();
                look.addNewSz().setVal(BigInteger.valueOf(30 - 2L * line.level()));
            }
        }
    }

    private static void text(CTText element, String text) {
        element.setStringValue(text);
        element.setSpace(org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space.PRESERVE);
    }

    private void stamp(org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrackChange change) {
        change.setId(BigInteger.valueOf(next++));
        change.setAuthor(author);
        change.setDate(at);
    }
}
