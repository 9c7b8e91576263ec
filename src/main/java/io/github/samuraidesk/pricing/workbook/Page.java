package io.github.samuraidesk.pricing.workbook;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFPrintSetup;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** A sheet written from the top: labels in the first column, values in the second, tables across. */
final class Page {

    private static final int WIDTH_UNITS = 256;
    private static final int HEADER_LINES = 3;
    private static final int COLUMNS_WITH_SHORT_HEADERS = 5;

    private final Book book;
    private final XSSFSheet sheet;
    private final String tab;
    private int next;

    /** First and last row of a table, counted from 1. */
    record Rows(int first, int last) {}

    Page(Book book, XSSFSheet sheet, String tab) {
        this.book = book;
        this.sheet = sheet;
        this.tab = tab;
        text(tab, book.titleStyle());
        text(book.title(), book.textStyle());
        sheet.setPrintGridlines(false);
        sheet.setFitToPage(true);
        XSSFPrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(XSSFPrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.getFooter().setCenter("&A  &P / &N");
    }

    /** Widths of the columns in characters, the last one for all that follow. */
    Page widths(int... characters) {
        for (int i = 0; i < characters.length; i++) {
            sheet.setColumnWidth(i, WIDTH_UNITS * characters[i]);
        }
        sheet.setDefaultColumnWidth(characters[characters.length - 1]);
        return this;
    }

    /** Rows so far stay in sight and are printed on every page. */
    void freeze() {
        freeze(next, 0);
    }

    /** The first rows and columns stay in sight, the rows are printed on every page. */
    void freeze(int rows, int columns) {
        sheet.createFreezePane(columns, rows);
        sheet.setRepeatingRows(new CellRangeAddress(0, rows - 1, -1, -1));
    }

    void section(String key) {
        next++;
        text(book.word(key), book.sectionStyle());
    }

    void note(String key) {
        text(book.word(key), book.noteStyle());
    }

    /** A line of text from outside the program. */
    void line(String text) {
        text(text, book.textStyle());
    }

    /** @param value a number, date or text; null leaves the cell empty for a reader to fill */
    void input(String key, String name, Format format, @Nullable Object value) {
        XSSFRow row = labelled(key);
        XSSFCell cell = row.createCell(1);
        cell.setCellStyle(book.input(format));
        fill(cell, value);
        book.name(name, reference(row.getRowNum() + 1));
    }

    /** An input that takes one of a few words. */
    void choice(String key, String name, String value, List<String> choices) {
        input(key, name, Format.TEXT, value);
        int row = next - 1;
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(choices.toArray(String[]::new)),
                new CellRangeAddressList(row, row, 1, 1));
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    /** A computed value under its name. */
    void figure(String key, String name, Format format, String formula) {
        XSSFRow row = labelled(key);
        formula(row, 1, book.figure(format), formula);
        book.name(name, reference(row.getRowNum() + 1));
    }

    /** A computed value with a second one, {@code nameBeside}, in the column to its right. */
    void figures(String key, String name, Format format, String formula, String nameBeside, String beside) {
        figure(key, name, format, formula);
        formula(sheet.getRow(next - 1), 2, book.figure(format), beside);
        book.name(nameBeside, "'" + tab.replace("'", "''") + "'!$C$" + next);
    }

    /** A row of headers and {@code count} rows below; names are given to the cells of a column without its header. */
    Rows table(int count, Column... columns) {
        XSSFRow header = sheet.createRow(next++);
        if (columns.length > COLUMNS_WITH_SHORT_HEADERS) {
            header.setHeightInPoints(HEADER_LINES * sheet.getDefaultRowHeightInPoints());
        }
        for (int c = 0; c < columns.length; c++) {
            XSSFCell cell = header.createCell(c);
            cell.setCellStyle(book.headerStyle());
            cell.setCellValue(book.word(columns[c].key()));
        }
        Rows rows = new Rows(next + 1, next + count);
        for (int i = 0; i < count; i++) {
            XSSFRow row = sheet.createRow(next++);
            for (int c = 0; c < columns.length; c++) {
                Column column = columns[c];
                List<?> given = column.given();
                if (given == null) {
                    formula(row, c, book.figure(column.format()), column.formulaAt(i, row.getRowNum() + 1));
                } else {
                    XSSFCell cell = row.createCell(c);
                    cell.setCellStyle(book.input(column.format()));
                    fill(cell, given.get(i));
                }
            }
        }
        for (int c = 0; c < columns.length; c++) {
            String name = columns[c].name();
            if (name != null) {
                // an array formula wants two rows at least; an empty one below adds nothing
                book.name(name, range(c, new Rows(rows.first(), Math.max(rows.last(), rows.first() + 1))));
            }
        }
        return rows;
    }

    /** One row of a table whose columns differ: label, what the program found, and formulas. */
    void compared(String label, Format format, double recorded, String... formulas) {
        XSSFRow row = sheet.createRow(next++);
        XSSFCell name = row.createCell(0);
        name.setCellValue(label);
        XSSFCell kept = row.createCell(1);
        kept.setCellStyle(book.record(format));
        kept.setCellValue(recorded);
        for (int i = 0; i < formulas.length; i++) {
            XSSFCellStyle style = book.figure(i == 0 ? format : i == formulas.length - 1 ? Format.TEXT : Format.SMALL);
            formula(row, 2 + i, style, formulas[i].replace("{r}", Integer.toString(next)));
        }
    }

    void header(String... keys) {
        XSSFRow header = sheet.createRow(next++);
        for (int c = 0; c < keys.length; c++) {
            XSSFCell cell = header.createCell(c);
            cell.setCellStyle(book.headerStyle());
            cell.setCellValue(book.word(keys[c]));
        }
    }

    /** A row of formulas after its label, for figures that stand side by side. */
    int across(String label, Format format, List<String> formulas) {
        XSSFRow row = sheet.createRow(next++);
        row.createCell(0).setCellValue(label);
        for (int i = 0; i < formulas.size(); i++) {
            formula(row, 1 + i, book.figure(format), formulas.get(i).replace("{r}", Integer.toString(next)));
        }
        return next;
    }

    /** Colours what is not OK in a column of verdicts. */
    void markFailures(int column, Rows rows) {
        SheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule =
                formatting.createConditionalFormattingRule(ComparisonOperator.NOT_EQUAL, "\"OK\"");
        rule.createPatternFormatting().setFillBackgroundColor(IndexedColors.ROSE.index);
        formatting.addConditionalFormatting(
                new CellRangeAddress[] {new CellRangeAddress(rows.first() - 1, rows.last() - 1, column, column)}, rule);
    }

    /** Number, from 1, of the row to be written next. */
    int nextRow() {
        return next + 1;
    }

    void skip() {
        next++;
    }

    /** Absolute reference to cells of one column, as a formula on any sheet reads it. */
    String range(int column, Rows rows) {
        String letter = CellReference.convertNumToColString(column);
        return "'" + tab.replace("'", "''") + "'!$" + letter + "$" + rows.first() + ":$" + letter + "$" + rows.last();
    }

    private String reference(int row) {
        return "'" + tab.replace("'", "''") + "'!$B$" + row;
    }

    private XSSFRow labelled(String key) {
        XSSFRow row = sheet.createRow(next++);
        row.createCell(0).setCellValue(book.word(key));
        return row;
    }

    private void text(String text, XSSFCellStyle style) {
        XSSFCell cell = sheet.createRow(next++).createCell(0);
        cell.setCellStyle(style);
        cell.setCellValue(text);
    }

    private static void formula(XSSFRow row, int column, XSSFCellStyle style, String formula) {
        XSSFCell cell = row.createCell(column);
        cell.setCellStyle(style);
        cell.setCellFormula(formula);
    }

    private static void fill(XSSFCell cell, @Nullable Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
        } else if (value != null) {
            cell.setCellValue(value.toString());
        }
    }
}
