package org.weighhouse.report.internal.pdf;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRField;

/** Hands records to a template, whose fields are named like the records' components. Read once. */
final class RecordSource<R extends Record> implements JRDataSource {

    private final Map<String, Method> accessors = new HashMap<>();
    private final Iterator<R> rows;
    private R current;

    RecordSource(Class<R> type, List<R> rows) {
        for (RecordComponent component : type.getRecordComponents()) {
            accessors.put(component.getName(), component.getAccessor());
        }
        this.rows = rows.iterator();
    }

    @Override
    public boolean next() {
        boolean more = rows.hasNext();
        if (more) {
            current = rows.next();
        }
        return more;
    }

    @Override
    public Object getFieldValue(JRField field) throws JRException {
        Method accessor = accessors.get(field.getName());
        if (accessor == null) {
            throw new JRException("No row has a " + field.getName());
        }
        try {
            return accessor.invoke(current);
        } catch (ReflectiveOperationException e) {
            throw new JRException(e);
        }
    }
}
