package io.github.samuraidesk.pricing.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook in the making: its words, styles and names. Inputs are blue on pale yellow, figures black. */
final class Book implements AutoCloseable {

    /** Font of input cells. */
    static final byte[] BLUE = {0, 0, (byte) 0xFF};

    private static final byte[] PALE_YELLOW = {(byte) 0xFF, (byte) 0xFF, (byte) 0xCC};
    private static final byte[] PALE_GREY = {(byte) 0xEE, (byte) 0xEE, (byte) 0xEE};
    private static final byte[] GREY = {0x66, 0x66, 0x66};
    private static final short TITLE_POINTS = 14;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Function<String, String> wording;
    private final String title;
    private final Map<Format, XSSFCellStyle> inputs = new EnumMap<>(Format.class);
    private final Map<Format, XSSFCellStyle> figures = new EnumMap<>(Format.class);
    private final Map<Format, XSSFCellStyle> records = new EnumMap<>(Format.class);
    private final Map<String, XSSFCellStyle> texts = new LinkedHashMap<>();

    Book(String title, Function<String, String> wording) {
        this.title = title;
        this.wording = wording;
        // formulas name cells of later sheets; whether each can be read is seen when all are evaluated
        workbook.setCellFormulaValidation(false);
        workbook.getProperties().getCoreProperties().setCreator("Samurai Desk");
    }

    String title() {
        return title;
    }

    /** The text of a key under {@code sheet.}. */
    String word(String key) {
        return wording.apply("sheet." + key);
    }

    /** A new sheet named and headed by {@code sheet.tab.KEY}, followed by {@code suffix}. */
    Page page(String key, String suffix) {
        String tab = WorkbookUtil.createSafeSheetName(word("tab." + key) + suffix);
        return new Page(this, workbook.createSheet(tab), tab);
    }

    Page page(String key) {
        return page(key, "");
    }

    /** Gives cells a name for formulas. */
    void name(String name, String reference) {
        XSSFName made = workbook.createName();
        made.setNameName(name);
        made.setRefersToFormula(reference);
    }

    /** Input cells, which a reader may change. */
    XSSFCellStyle input(Format format) {
        return inputs.computeIfAbsent(format, f -> {
            XSSFCellStyle style = formatted(f);
            XSSFFont font = font();
            font.setColor(color(BLUE));
            style.setFont(font);
            fill(style, PALE_YELLOW);
            style.setQuotePrefixed(f == Format.TEXT);
            return style;
        });
    }

    XSSFCellStyle figure(Format format) {
        return figures.computeIfAbsent(format, this::formatted);
    }

    /** What the program computed, kept to compare with. */
    XSSFCellStyle record(Format format) {
        return records.computeIfAbsent(format, f -> {
            XSSFCellStyle style = formatted(f);
            fill(style, PALE_GREY);
            return style;
        });
    }

    XSSFCellStyle titleStyle() {
        return texts.computeIfAbsent("title", k -> {
            XSSFCellStyle style = workbook.createCellStyle();
            XSSFFont font = font();
            font.setBold(true);
            font.setFontHeightInPoints(TITLE_POINTS);
            style.setFont(font);
            return style;
        });
    }

    XSSFCellStyle sectionStyle() {
        return texts.computeIfAbsent("section", k -> {
            XSSFCellStyle style = workbook.createCellStyle();
            XSSFFont font = font();
            font.setBold(true);
            style.setFont(font);
            style.setBorderBottom(BorderStyle.THIN);
            return style;
        });
    }

    XSSFCellStyle headerStyle() {
        return texts.computeIfAbsent("header", k -> {
            XSSFCellStyle style = workbook.createCellStyle();
            XSSFFont font = font();
            font.setBold(true);
            style.setFont(font);
            style.setWrapText(true);
            style.setVerticalAlignment(VerticalAlignment.TOP);
            fill(style, PALE_GREY);
            style.setBorderBottom(BorderStyle.THIN);
            return style;
        });
    }

    XSSFCellStyle noteStyle() {
        return texts.computeIfAbsent("note", k -> {
            XSSFCellStyle style = workbook.createCellStyle();
            XSSFFont font = font();
            font.setColor(color(GREY));
            style.setFont(font);
            return style;
        });
    }

    /** Plain text; a leading = + - or @ stays text when a reader edits the cell. */
    XSSFCellStyle textStyle() {
        return texts.computeIfAbsent("text", k -> {
            XSSFCellStyle style = workbook.createCellStyle();
            style.setQuotePrefixed(true);
            return style;
        });
    }

    /** The file, with every formula's value beside it for readers that do not compute. */
    byte[] bytes() {
        evaluate();
        workbook.setForceFormulaRecalculation(true);
        workbook.setActiveSheet(0);
        var out = new ByteArrayOutputStream();
        try {
            workbook.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void evaluate() {
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        try {
                            evaluator.evaluateFormulaCell(cell);
                        } catch (IllegalStateException e) {
                            // POI gives up where a sum meets an error value; the reader's program shows that error
                        }
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A font like the sheet's own, to be varied. */
    private XSSFFont font() {
        XSSFFont font = workbook.createFont();
        XSSFFont plain = workbook.getFontAt(0);
        font.setFontName(plain.getFontName());
        font.setFontHeightInPoints(plain.getFontHeightInPoints());
        font.setFamily(plain.getFamily());
        font.setScheme(plain.getScheme());
        return font;
    }

    private XSSFCellStyle formatted(Format format) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format.pattern()));
        return style;
    }

    private static void fill(XSSFCellStyle style, byte[] rgb) {
        style.setFillForegroundColor(color(rgb));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    private static XSSFColor color(byte[] rgb) {
        return new XSSFColor(rgb, new DefaultIndexedColorMap());
    }
}
