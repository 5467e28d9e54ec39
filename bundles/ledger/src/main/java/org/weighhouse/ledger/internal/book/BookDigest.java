package org.weighhouse.ledger.internal.book;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.weighhouse.api.Unit;
import org.weighhouse.ledger.internal.record.Held;

/** A book as text that is the same for the same state, in whatever order it was reached. */
public final class BookDigest {

    private BookDigest() {}

    /** The same, workspace by workspace. */
    public static SortedMap<String, String> byWorkspace(Book book) {
        SortedMap<String, String> texts = new TreeMap<>();
        for (WorkspaceBook workspace : book.workspaces()) {
            StringBuilder text = new StringBuilder();
            describe(workspace, text);
            book.openHolds().stream()
                    .filter(held -> held.workspace().equals(workspace.id()))
                    .sorted(Comparator.comparing(Held::name))
                    .forEach(held -> text.append(held).append('\n'));
            texts.put(workspace.id().value(), text.toString());
        }
        return texts;
    }

    public static void describe(Book book, StringBuilder into) {
        book.workspaces().stream()
                .sorted(Comparator.comparing(workspace -> workspace.id().value()))
                .forEach(workspace -> describe(workspace, into));
        book.openHolds().stream().sorted(Comparator.comparing(Held::name)).forEach(held -> into.append(held)
                .append('\n'));
    }

    private static void describe(WorkspaceBook workspace, StringBuilder into) {
        into.append(workspace.id())
                .append(' ')
                .append(workspace.zone())
                .append(" entries ")
                .append(workspace.nextNumber() - 1)
                .append('\n');
        for (Unit unit : Unit.values()) {
            Account account = workspace.account(unit);
            if (account.turnover() != 0 || !account.grants().isEmpty() || account.reserved() != 0) {
                into.append(unit)
                        .append(" reserved ")
                        .append(account.reserved())
                        .append(" turnover ")
                        .append(account.turnover())
                        .append('\n');
                account.grants().forEach(grant -> into.append(grant.given())
                        .append(" burned ")
                        .append(grant.burned())
                        .append('\n'));
                describe(account.overage().slots(), into);
            }
        }
    }

    private static void describe(QuarterSeries overage, StringBuilder into) {
        for (int i = 0; i < overage.size(); i++) {
            if (overage.sumAt(i) != 0) {
                into.append(overage.quarterAt(i))
                        .append(" over ")
                        .append(overage.sumAt(i))
                        .append('\n');
            }
        }
    }
}
