package org.weighhouse.catalog.internal;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.weighhouse.api.catalog.ChannelAccount;

/** How channel accounts are read and written. Callers hold the lock of the catalog's version row. */
record AccountTables(SecretBox box) {

    /** @throws IllegalStateException if a stored secret does not open */
    AccountBook load(EntityManager em) {
        AccountBook book = AccountBook.EMPTY;
        List<ChannelAccountRow> rows = CatalogDatabase.all(em, ChannelAccountRow.class).stream()
                .sorted(Comparator.comparingLong(ChannelAccountRow::ordinal))
                .toList();
        for (ChannelAccountRow row : rows) {
            ChannelAccount account = row.toAccount(box);
            List<ChannelAccount> siblings = new ArrayList<>(book.of(account.workspace(), account.channel()));
            siblings.add(account);
            book = book.with(account.workspace(), account.channel(), siblings);
        }
        return book;
    }

    void add(EntityManager em, ChannelAccount account) {
        Long newest = em.createQuery(
                        "select max(a.ordinal) from ChannelAccountRow a"
                                + " where a.workspace = :workspace and a.channel = :channel",
                        Long.class)
                .setParameter("workspace", account.workspace().value())
                .setParameter("channel", account.channel())
                .getSingleResult();
        em.persist(new ChannelAccountRow(account, newest == null ? 1 : newest + 1, box));
    }

    void change(EntityManager em, ChannelAccount account) {
        em.find(ChannelAccountRow.class, account.id()).set(account, box);
    }

    void makeStandard(EntityManager em, Optional<ChannelAccount> before, ChannelAccount after) {
        before.ifPresent(
                account -> em.find(ChannelAccountRow.class, account.id()).setStandard(false));
        // Written first: there must not be two at any moment.
        em.flush();
        em.find(ChannelAccountRow.class, after.id()).setStandard(true);
    }

    void remove(EntityManager em, ChannelAccount account, Optional<ChannelAccount> successor) {
        CatalogDatabase.remove(em, ChannelAccountRow.class, account.id());
        em.flush();
        successor.ifPresent(next -> em.find(ChannelAccountRow.class, next.id()).setStandard(true));
    }
}
