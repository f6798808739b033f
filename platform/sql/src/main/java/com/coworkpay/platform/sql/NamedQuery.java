package com.coworkpay.platform.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Cursor;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import io.vertx.sqlclient.impl.ArrayTuple;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// SQL with named parameters (`:paymentId`), parsed once when the class is loaded. A money statement has up to
/// forty parameters; counted ones could not be reviewed.
public final class NamedQuery {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

    private final String sql;
    private final List<String> names;

    private NamedQuery(String sql, List<String> names) {
        this.sql = sql;
        this.names = names;
    }

    public static NamedQuery of(String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        StringBuilder sql = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!names.contains(name)) {
                names.add(name);
            }
            matcher.appendReplacement(sql, "\\$" + (names.indexOf(name) + 1));
        }
        return new NamedQuery(matcher.appendTail(sql).toString(), List.copyOf(names));
    }

    /// @throws IllegalArgumentException if a value is missing, or one too many is given
    public Uni<RowSet<Row>> run(SqlClient client, Parameters values) {
        return client.preparedQuery(sql).execute(io.vertx.mutiny.sqlclient.Tuple.newInstance(bind(values)));
    }

    /// Its rows by a portal of the database, read bit by bit. The connection is in a transaction, which outlives them.
    public Uni<Cursor> cursor(SqlConnection connection, Parameters values) {
        var bound = io.vertx.mutiny.sqlclient.Tuple.newInstance(bind(values));
        return connection.prepare(sql).map(prepared -> prepared.cursor(bound));
    }

    Tuple bind(Parameters values) {
        values.checkAllIn(names);
        Tuple tuple = new ArrayTuple(names.size());
        for (String name : names) {
            tuple.addValue(values.get(name));
        }
        return tuple;
    }

    @Override
    public String toString() {
        return sql;
    }
}
