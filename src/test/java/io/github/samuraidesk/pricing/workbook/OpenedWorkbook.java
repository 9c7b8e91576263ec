package io.github.samuraidesk.pricing.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A written workbook, read again and recomputed by POI; cells are asked for by name. */
final class OpenedWorkbook {

    final XSSFWorkbook workbook;
    private final FormulaEvaluator evaluator;

    OpenedWorkbook(byte[] file) {
        try {
            this.workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.evaluator = workbook.getCreationHelper().createFormulaEvaluator();
    }

    double number(String name) {
        CellValue value = evaluator.evaluate(cell(name));
        if (value == null || value.getCellType() != CellType.NUMERIC) {
            throw new AssertionError(name + " is no number: " + (value == null ? "empty" : value.formatAsString()));
        }
        return value.getNumberValue();
    }

    String text(String name) {
        return evaluator.evaluate(cell(name)).getStringValue();
    }

    double[] column(String name) {
        return cells(name)
                .map(evaluator::evaluate)
                .mapToDouble(CellValue::getNumberValue)
                .toArray();
    }

    LocalDate[] dates(String name) {
        return DoubleStream.of(column(name))
                .mapToObj(day -> LocalDate.of(1899, 12, 30).plusDays((long) day))
                .toArray(LocalDate[]::new);
    }

    void set(String name, double value) {
        cell(name).setCellValue(value);
        evaluator.clearAllCachedResultValues();
    }

    void set(String name, String value) {
        cell(name).setCellValue(value);
        evaluator.clearAllCachedResultValues();
    }

    void set(String name, LocalDate value) {
        cell(name).setCellValue(value);
        evaluator.clearAllCachedResultValues();
    }

    boolean has(String name) {
        return workbook.getName(name) != null;
    }

    Cell cell(String name) {
        return cells(name).findFirst().orElseThrow();
    }

    private Stream<Cell> cells(String name) {
        CellReference[] found = new AreaReference(
                        workbook.getName(name).getRefersToFormula(), workbook.getSpreadsheetVersion())
                .getAllReferencedCells();
        return Stream.of(found)
                .map(at -> Optional.ofNullable(
                                workbook.getSheet(at.getSheetName()).getRow(at.getRow()))
                        .map(row -> row.getCell(at.getCol())))
                .flatMap(Optional::stream);
    }

    /** Every cell that is not empty. */
    List<Cell> everyCell() {
        List<Cell> all = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                row.forEach(all::add);
            }
        }
        all.removeIf(cell -> cell.getCellType() == CellType.BLANK);
        return all;
    }
}
