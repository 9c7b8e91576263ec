package io.github.samuraidesk.form;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A form that is a record: each component is one field, an {@code Optional} may be left out, a list of records is a table.
 * Types and annotations of the components give names, units, limits and conditions, so that what a person typed is read
 * once, and rules see values and no texts.
 *
 * <p>A component of an amount is in yen, of a rate in percent, whatever unit the field asks for.
 *
 * @param <I> what the form says
 */
public final class Form<I extends Record> {

    private final Class<I> type;
    private final List<Cell> cells;

    private Form(Class<I> type) {
        this.type = type;
        this.cells = Arrays.stream(type.getRecordComponents()).map(Cell::new).toList();
    }

    /** @throws IllegalArgumentException when a component is of a type that no field asks for */
    public static <I extends Record> Form<I> of(Class<I> type) {
        return new Form<>(type);
    }

    /** The fields in the order of the components. */
    public List<Field> fields() {
        return cells.stream().map(c -> c.field).toList();
    }

    /** Reads values that {@link FormCheck} has passed. */
    public I read(FormValues values) {
        return read(type, cells, values);
    }

    /** The values that would be read as this. */
    public FormValues write(I said) {
        var texts = new LinkedHashMap<String, String>();
        var tables = new LinkedHashMap<String, List<Map<String, String>>>();
        for (Cell cell : cells) {
            Object value = cell.value(said);
            if (value instanceof List<?> rows) {
                if (!rows.isEmpty()) {
                    tables.put(
                            cell.field.name(),
                            rows.stream().map(row -> texts(cell.columns, row)).toList());
                }
            } else {
                cell.text(value).ifPresent(text -> texts.put(cell.field.name(), text));
            }
        }
        return new FormValues(texts, tables);
    }

    private static Map<String, String> texts(List<Cell> columns, Object row) {
        var texts = new LinkedHashMap<String, String>();
        columns.forEach(c -> c.text(c.value(row)).ifPresent(text -> texts.put(c.field.name(), text)));
        return texts;
    }

    private static <R> R read(Class<R> type, List<Cell> cells, FormValues values) {
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(
                    cells.stream().map(c -> c.component.getType()).toArray(Class[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(
                    cells.stream().map(c -> c.read(values)).toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(type.getSimpleName() + " refuses " + values, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    /** One component with its field. */
    private static final class Cell {

        private final RecordComponent component;
        private final boolean optional;
        private final Class<?> type;
        private final List<Cell> columns;
        private final Field field;

        Cell(RecordComponent component) {
            this.component = component;
            this.optional = component.getType() == Optional.class;
            boolean table = component.getType() == List.class;
            this.type = optional || table ? argument(component.getGenericType()) : component.getType();
            this.columns = table
                    ? Arrays.stream(type.getRecordComponents()).map(Cell::new).toList()
                    : List.of();
            this.field = field();
            component.getAccessor().setAccessible(true);
        }

        private static Class<?> argument(Type generic) {
            return (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
        }

        private Field field() {
            Field f = plain();
            Between between = component.getAnnotation(Between.class);
            if (between != null) {
                f = f.between(between.low(), between.high());
            }
            Matching matching = component.getAnnotation(Matching.class);
            if (matching != null) {
                f = f.matching(matching.value());
            }
            OnlyIf onlyIf = component.getAnnotation(OnlyIf.class);
            if (onlyIf != null) {
                f = f.onlyIf(onlyIf.field(), onlyIf.is());
            }
            boolean needed =
                    onlyIf != null ? onlyIf.needed() : !optional && !component.isAnnotationPresent(MayBeEmpty.class);
            if (!needed) {
                f = f.optional();
            }
            return component.isAnnotationPresent(MayLieAhead.class) ? f.lyingAhead() : f;
        }

        private Field plain() {
            As as = component.getAnnotation(As.class);
            String name = as == null || as.name().isEmpty() ? component.getName() : as.name();
            From from = component.getAnnotation(From.class);
            if (from != null) {
                return Field.pick(name, from.value().name(), from.value().refusal());
            }
            if (!columns.isEmpty()) {
                return Field.table(name, columns.stream().map(c -> c.field).toArray(Field[]::new));
            }
            if (type.isEnum()) {
                return Field.choice(
                        name,
                        Arrays.stream(type.getEnumConstants())
                                .map(Cell::spelled)
                                .toArray(String[]::new));
            }
            return Field.of(name, as == null ? typeOf(type) : as.value());
        }

        private static FieldType typeOf(Class<?> type) {
            if (type == String.class) {
                return FieldType.TEXT;
            } else if (type == boolean.class || type == Boolean.class) {
                return FieldType.YES_NO;
            } else if (type == int.class || type == Integer.class) {
                return FieldType.WHOLE;
            } else if (type == BigDecimal.class) {
                return FieldType.DECIMAL;
            } else if (type == LocalDate.class) {
                return FieldType.DATE;
            } else if (type == LocalDateTime.class) {
                return FieldType.DATE_TIME;
            }
            throw new IllegalArgumentException("no field asks for a " + type);
        }

        private static String spelled(Object constant) {
            return constant instanceof Spelled s ? s.spelled() : ((Enum<?>) constant).name();
        }

        private @Nullable Object read(FormValues values) {
            String name = field.name();
            if (!columns.isEmpty()) {
                var rows = new ArrayList<Object>();
                values.rows(name).forEach(row -> rows.add(Form.read(type, columns, row)));
                return List.copyOf(rows);
            }
            if (optional) {
                return values.has(name) ? Optional.of(one(values)) : Optional.empty();
            }
            return type == boolean.class || values.has(name) || type == String.class ? one(values) : null;
        }

        private Object one(FormValues values) {
            String name = field.name();
            if (type.isEnum()) {
                return Arrays.stream(type.getEnumConstants())
                        .filter(c -> spelled(c).equals(values.text(name)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(name + ": " + values.text(name)));
            }
            return switch (field.type()) {
                case YES_NO -> values.yes(name);
                case WHOLE -> values.number(name).intValueExact();
                case BILLION_YEN -> values.findBillionsAsYen(name).orElseThrow();
                case DECIMAL, PERCENT, BASIS_POINTS, YEN -> values.number(name);
                case DATE -> values.date(name);
                case DATE_TIME -> values.dateTime(name);
                default -> values.text(name);
            };
        }

        private Object value(Object record) {
            try {
                return Objects.requireNonNull(component.getAccessor().invoke(record), component.getName());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component.toString(), e);
            }
        }

        /** As a person would type it; empty where there is nothing to type. */
        private Optional<String> text(Object value) {
            if (value instanceof Optional<?> maybe) {
                return maybe.flatMap(this::text);
            }
            String text;
            if (value instanceof Enum<?> constant) {
                text = spelled(constant);
            } else if (value instanceof Boolean yes) {
                text = yes ? "yes" : "no";
            } else if (value instanceof BigDecimal number && field.type() == FieldType.BILLION_YEN) {
                text = number.divide(FormValues.BILLION).stripTrailingZeros().toPlainString();
            } else if (value instanceof BigDecimal number) {
                text = number.toPlainString();
            } else {
                text = value.toString();
            }
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
    }
}
