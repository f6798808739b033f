package com.coworkpay.integration.location;

import com.coworkpay.integration.credential.domain.CredentialSummary;
import com.coworkpay.integration.location.domain.Account;
import com.coworkpay.integration.location.domain.AccountStatus;
import com.coworkpay.integration.location.domain.CheckResult;
import com.coworkpay.integration.location.domain.Cid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One merchant account. Its credential is a row of another table, found by the account's id.
@Entity
@Table(name = "merchant_account")
class MerchantAccountEntity {

    @Id
    private UUID id;

    @Column(name = "location_id", nullable = false, updatable = false)
    private String locationId;

    @Column(nullable = false, updatable = false)
    private String cid;

    @Column(nullable = false, updatable = false)
    private boolean live;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AccountStatus status;

    @Column(name = "status_since", nullable = false)
    private Instant statusSince;

    @Column(name = "check_tid", nullable = false)
    private String checkTid;

    @Enumerated(EnumType.STRING)
    @Column(name = "last_check_result", nullable = false)
    private CheckResult lastCheckResult;

    @Column(name = "last_check_at", nullable = false)
    private Instant lastCheckAt;

    @Column(name = "refused_since")
    private @Nullable Instant refusedSince;

    @Column(name = "activated_by", nullable = false)
    private String activatedBy;

    @Column(name = "activated_at", nullable = false)
    private Instant activatedAt;

    protected MerchantAccountEntity() {}

    /// A new account is active, and its credential was accepted a moment ago.
    MerchantAccountEntity(UUID id, String locationId, Cid cid, String checkTid, Account.Activation activation) {
        Instant now = activation.at();
        this.id = id;
        this.locationId = locationId;
        this.cid = cid.text();
        this.live = cid.isLive();
        this.status = AccountStatus.ACTIVE;
        this.statusSince = now;
        this.checkTid = checkTid;
        this.lastCheckResult = CheckResult.ACCEPTED;
        this.lastCheckAt = now;
        this.activatedBy = activation.by();
        this.activatedAt = now;
    }

    UUID id() {
        return id;
    }

    void become(AccountStatus next, Instant now) {
        if (status != next) {
            status = next;
            statusSince = now;
        }
    }

    void activate(Account.Activation activation) {
        if (status != AccountStatus.ACTIVE) {
            become(AccountStatus.ACTIVE, activation.at());
            activatedBy = activation.by();
            activatedAt = activation.at();
        }
    }

    void accepted(String tid, Instant now) {
        checkTid = tid;
        checked(new Account.LastCheck(CheckResult.ACCEPTED, now));
    }

    void checked(Account.LastCheck check) {
        lastCheckResult = check.result();
        lastCheckAt = check.at();
        if (!check.result().isRefusal()) {
            refusedSince = null;
        } else if (refusedSince == null) {
            refusedSince = check.at();
        }
    }

    String locationId() {
        return locationId;
    }

    Account toAccount(CredentialSummary credential) {
        return new Account(
                id,
                new Cid(cid),
                status,
                statusSince,
                credential,
                new Account.LastCheck(lastCheckResult, lastCheckAt),
                checkTid,
                // A process of the version before may have written the check alone.
                lastCheckResult.isRefusal()
                        ? Optional.of(refusedSince == null ? lastCheckAt : refusedSince)
                        : Optional.empty(),
                new Account.Activation(activatedBy, activatedAt));
    }
}
