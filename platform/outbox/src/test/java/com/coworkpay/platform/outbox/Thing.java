package com.coworkpay.platform.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/// An aggregate edited through Hibernate.
@Entity
class Thing {
    @Id
    String id;

    @Version
    @Column
    long version;

    protected Thing() {
        id = "";
    }

    Thing(String id) {
        this.id = id;
    }
}
