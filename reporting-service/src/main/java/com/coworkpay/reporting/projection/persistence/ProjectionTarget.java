package com.coworkpay.reporting.projection.persistence;

/// Who writes into which slots.
public enum ProjectionTarget {
    /// The consumers: into the slot that answers, and into the one that is being built, so that the switch misses
    /// nothing.
    LIVE("""
            feeding as (
              select s.slot from projection p cross join lateral (values (p.current_slot), (p.building_slot)) s(slot)
               where s.slot is not null)"""),
    /// A rebuild: into the slot that is being built.
    REBUILD("feeding as (select building_slot as slot from projection where building_slot is not null)");

    private final String slots;

    ProjectionTarget(String slots) {
        this.slots = slots;
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

    String slots() {
        return slots;
    }
}
