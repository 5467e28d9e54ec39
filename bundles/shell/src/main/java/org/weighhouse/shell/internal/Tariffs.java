package org.weighhouse.shell.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import org.weighhouse.api.WorkspaceId;
import org.weighhouse.api.catalog.Edition;
import org.weighhouse.api.catalog.PriceBook;
import org.weighhouse.api.catalog.RateCard;
import org.weighhouse.api.catalog.Workspace;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.pricing.PriceChange;
import org.weighhouse.api.pricing.PriceFiles;

/** What rate cards and price books are to the console, which treats both alike. */
interface Tariffs<T> {

    /** Its name in a sentence. */
    String word();

    /** What its numbers are, in words. */
    String measure(Workspace of);

    /** What holds where there is none. */
    String withoutAny();

    List<Edition<T>> all(WorkspaceId workspace);

    T at(WorkspaceId workspace, Instant time);

    Instant from(T tariff);

    /** How many rows it has, in words. */
    String size(T tariff);

    List<PriceChange> changes(T before, T after);

    /** One without rows. */
    T empty();

    void write(T tariff, OutputStream out) throws IOException;

    void save(WorkspaceId workspace, T tariff);

    /** Rate cards. */
    record RateCards(Workspaces workspaces, PriceFiles files) implements Tariffs<RateCard> {

        static RateCards of(Services services) throws CommandException {
            return new RateCards(services.need(Workspaces.class), services.need(PriceFiles.class));
        }

        @Override
        public String word() {
            return "rate card";
        }

        @Override
        public String measure(Workspace of) {
            return "credits for a message, weights of tokens";
        }

        @Override
        public String withoutAny() {
            return "a message is a credit unless its channel says otherwise, and a token a token";
        }

        @Override
        public List<Edition<RateCard>> all(WorkspaceId workspace) {
            return workspaces.rateCards(workspace);
        }

        @Override
        public RateCard at(WorkspaceId workspace, Instant time) {
            return workspaces.rateCard(workspace, time);
        }

        @Override
        public Instant from(RateCard card) {
            return card.effectiveFrom();
        }

        @Override
        public String size(RateCard card) {
            return card.messages().size() + " of messages, " + card.tokens().size() + " of tokens";
        }

        @Override
        public List<PriceChange> changes(RateCard before, RateCard after) {
            return files.changes(before, after);
        }

        @Override
        public RateCard empty() {
            return RateCard.DEFAULT;
        }

        @Override
        public void write(RateCard card, OutputStream out) throws IOException {
            files.write(card, out);
        }

        @Override
        public void save(WorkspaceId workspace, RateCard card) {
            workspaces.saveRateCard(workspace, card);
        }
    }

    /** Price books. */
    record PriceBooks(Workspaces workspaces, PriceFiles files) implements Tariffs<PriceBook> {

        static PriceBooks of(Services services) throws CommandException {
            return new PriceBooks(services.need(Workspaces.class), services.need(PriceFiles.class));
        }

        @Override
        public String word() {
            return "price book";
        }

        @Override
        public String measure(Workspace of) {
            return "prices in " + of.currency().getCurrencyCode() + ", of tokens for a million";
        }

        @Override
        public String withoutAny() {
            return "no cost is counted";
        }

        @Override
        public List<Edition<PriceBook>> all(WorkspaceId workspace) {
            return workspaces.priceBooks(workspace);
        }

        @Override
        public PriceBook at(WorkspaceId workspace, Instant time) {
            return workspaces.priceBook(workspace, time);
        }

        @Override
        public Instant from(PriceBook book) {
            return book.effectiveFrom();
        }

        @Override
        public String size(PriceBook book) {
            return book.messages().size() + " of messages, " + book.models().size() + " of models";
        }

        @Override
        public List<PriceChange> changes(PriceBook before, PriceBook after) {
            return files.changes(before, after);
        }

        @Override
        public PriceBook empty() {
            return PriceBook.NONE;
        }

        @Override
        public void write(PriceBook book, OutputStream out) throws IOException {
            files.write(book, out);
        }

        @Override
        public void save(WorkspaceId workspace, PriceBook book) {
            workspaces.savePriceBook(workspace, book);
        }
    }
}
