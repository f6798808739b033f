package com.coworkpay.reporting.projection;

/// Who writes into which sides.
enum ProjectionTarget {
    /// The consumers: into the side that answers, and into the one that is being built, so that the switch misses
    /// nothing.
    LIVE("""
            written_side as (
              select s.side from projection p cross join lateral (values (p.current_side), (p.building_side)) s(side)
               where s.side is not null)"""),
    /// A rebuild: into the side that is being built.
    REBUILD("written_side as (select building_side as side from projection where building_side is not null)");

    private final String sides;

    ProjectionTarget(String sides) {
        this.sides = sides;
    }

    /// A common table expression that moves the positions read with the same batch; they never go back.
    String advancePositions() {
        return """
                moved as (
                  update projection_position p
                     set next_offset = m.next_offset, last_event_at = coalesce(m.last_event_at, p.last_event_at)
                    from json_to_recordset(:positions::text::json)
                         as m(topic text, partition_no int, next_offset bigint, last_event_at timestamptz)
                   where p.reader = '%s' and p.topic = m.topic and p.partition_no = m.partition_no
                     and p.next_offset < m.next_offset)""".formatted(name());
    }

    String sides() {
        return sides;
    }
}
