package org.weighhouse.dashboard.internal.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.weighhouse.api.Dimension;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.share.ShareWatch;

/** Something that wants attention now. Alerts are worked out from the state of things and go away with their cause. */
public record SystemAlert(Severity severity, String title, String detail) {

    public enum Severity {
        CRITICAL,
        WARNING
    }

    /** Critical ones first. */
    public static List<SystemAlert> of(
            LedgerHealth ledger,
            Doors doors,
            List<Indicator> indicators,
            List<ChannelView> channels,
            List<ShareWatch.Episode> refused,
            Names names,
            Formats formats) {
        List<SystemAlert> alerts = new ArrayList<>();
        if (!ledger.writable()) {
            alerts.add(new SystemAlert(
                    Severity.CRITICAL,
                    "The ledger takes no entries",
                    LedgerNotice.reason(ledger) + " Messages are being refused."));
        }
        doors.gateway()
                .ifPresent(why -> alerts.add(new SystemAlert(Severity.CRITICAL, "Bots cannot reach the gateway", why)));
        doors.certificate()
                .ifPresent(why -> alerts.add(new SystemAlert(
                        Severity.WARNING,
                        "The server's certificate needs attention",
                        Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".")));
        indicators.forEach(indicator -> addThreshold(alerts, indicator, formats));
        channels.stream()
                .filter(channel -> channel.connected() && !channel.online())
                .map(channel -> new SystemAlert(
                        Severity.CRITICAL,
                        channel.name() + " is offline",
                        "An account is connected, but the channel's adapter is not running. History stays visible."))
                .forEach(alerts::add);
        refused.forEach(episode -> alerts.add(refusal(episode, names, formats)));
        alerts.sort(Comparator.comparing(SystemAlert::severity));
        return List.copyOf(alerts);
    }

    private static SystemAlert refusal(ShareWatch.Episode episode, Names names, Formats formats) {
        return new SystemAlert(
                Severity.WARNING,
                formats.count(episode.requests()) + " requests of " + names.label(Dimension.KEY, episode.member())
                        + " refused",
                episode.why() + " Last refused: " + formats.time(episode.last()) + ".");
    }

    private static void addThreshold(List<SystemAlert> alerts, Indicator indicator, Formats formats) {
        String name = UnitNames.title(indicator.unit());
        String state = formats.amount(indicator.used()) + " of " + formats.amount(indicator.total()) + " used.";
        switch (indicator.level()) {
            case HIGH ->
                alerts.add(new SystemAlert(
                        Severity.CRITICAL,
                        name + " at " + formats.percent(indicator.percent()),
                        state + " Consider topping up or upgrading."));
            case WATCH ->
                alerts.add(
                        new SystemAlert(Severity.WARNING, name + " at " + formats.percent(indicator.percent()), state));
            case OK, UNLIMITED -> {}
        }
    }
}
