package com.coworkpay.integration.connection;

import com.coworkpay.integration.connection.persistence.MerchantAccountStore;
import com.coworkpay.integration.location.domain.LocationState;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// How many other locations are connected with the same CID: a key that is replaced at one is dead at all of them.
/// Their number alone: whose they are is nobody's business who has no permission there.
@ApplicationScoped
public class CountSameCid {

    private final MerchantAccountStore accounts;

    CountSameCid(MerchantAccountStore accounts) {
        this.accounts = accounts;
    }

    public Uni<Long> elsewhere(LocationState state) {
        return state.activeAccount()
                .map(account -> Panache.withSession(() -> accounts.countElsewhere(account.cid(), state.id())))
                .orElseGet(() -> Uni.createFrom().item(0L));
    }
}
