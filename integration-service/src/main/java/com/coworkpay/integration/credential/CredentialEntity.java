package com.coworkpay.integration.credential;

import com.coworkpay.integration.credential.domain.CredentialKind;
import com.coworkpay.integration.credential.domain.CredentialSummary;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One version of an account's credential.
@Entity
@Table(name = "credential")
@IdClass(CredentialId.class)
class CredentialEntity {

    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Id
    private long version;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private CredentialKind kind;

    /// Null once erased, which only happens to versions that another one replaced.
    private byte @Nullable [] sealed;

    @Column(name = "last_four", nullable = false, updatable = false)
    private String lastFour;

    @Column(name = "accepted_at", nullable = false, updatable = false)
    private Instant acceptedAt;

    @Column(name = "connected_by", nullable = false, updatable = false)
    private String connectedBy;

    @Column(name = "superseded_at")
    private @Nullable Instant supersededAt;

    protected CredentialEntity() {}

    CredentialEntity(UUID accountId, CredentialSummary summary, byte[] sealed) {
        this.accountId = accountId;
        this.version = summary.version();
        this.kind = summary.kind();
        this.sealed = sealed.clone();
        this.lastFour = summary.lastFour();
        this.acceptedAt = summary.acceptedAt();
        this.connectedBy = summary.connectedBy();
    }

    UUID accountId() {
        return accountId;
    }

    CredentialId id() {
        return new CredentialId(accountId, version);
    }

    byte @Nullable [] sealed() {
        return sealed == null ? null : sealed.clone();
    }

    void supersede(Instant now) {
        supersededAt = now;
    }

    CredentialSummary toSummary() {
        return new CredentialSummary(kind, version, lastFour, acceptedAt, connectedBy);
    }
}
