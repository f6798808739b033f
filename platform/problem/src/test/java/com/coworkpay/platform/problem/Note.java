package com.coworkpay.platform.problem;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/// Something to edit through Hibernate.
@Entity
public class Note {

    @Id
    public long id;

    public int pages;
}
