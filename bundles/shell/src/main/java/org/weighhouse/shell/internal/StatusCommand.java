package org.weighhouse.shell.internal;

import java.io.PrintStream;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.weighhouse.api.access.Permission;
import org.weighhouse.api.catalog.Workspaces;
import org.weighhouse.api.channel.Channels;
import org.weighhouse.api.channel.Gateway;
import org.weighhouse.api.ledger.Ledger;
import org.weighhouse.api.ledger.LedgerHealth;
import org.weighhouse.api.meter.Meter;
import org.weighhouse.api.report.ReportService;
import org.weighhouse.api.tls.ServerCertificate;

/** Works with any of the services missing: that is when it is needed. */
@Service
@Command(
        scope = "weighhouse",
        name = "status",
        description = "Shows whether Weighhouse is well: ledger, gateway, channels, reports")
public final class StatusCommand extends WeighhouseCommand {

    @Override
    Permission needs() {
        return Permission.OPERATE;
    }

    @Override
    void run(Services services, PrintStream out) {
        Optional<Ledger> ledger = services.find(Ledger.class);
        line(out, "Ledger", ledger.map(Ledger::health).map(StatusCommand::health));
        ledger.ifPresent(all ->
                all.shards().forEach(shard -> out.printf("  shard %d: %s%n", shard.shard(), health(shard.health()))));
        line(out, "Gateway", services.find(Gateway.class).map(StatusCommand::door));
        line(out, "TLS", services.find(ServerCertificate.class).map(StatusCommand::tls));
        line(out, "Meter", services.find(Meter.class).map(meter -> "up"));
        line(out, "Reports", services.find(ReportService.class).map(reports -> "up"));
        line(
                out,
                "Workspaces",
                services.find(Workspaces.class)
                        .map(all -> Integer.toString(all.all().size())));
        Optional<Channels> channels = services.find(Channels.class);
        line(out, "Channels", channels.map(StatusCommand::count));
        channels.ifPresent(all -> all.all()
                .forEach(channel -> out.printf(
                        "  %-4s %s (%s)%n",
                        channel.online() ? "on" : "off",
                        channel.descriptor().name(),
                        channel.descriptor().id())));
    }

    private static void line(PrintStream out, String what, Optional<String> state) {
        out.printf("%-12s%s%n", what, state.orElse("not running"));
    }

    private static String health(LedgerHealth health) {
        return health.writable() ? "up" : "DOWN: " + health.reason();
    }

    private static String door(Gateway gateway) {
        return gateway.problem().map(why -> "DOWN: " + why).orElseGet(() -> "up, " + gateway.url());
    }

    private static String tls(ServerCertificate certificate) {
        return certificate
                .problem()
                .map(why -> "WARNING: " + why)
                .orElseGet(() -> certificate.isRequired() ? "on" : "off");
    }

    private static String count(Channels channels) {
        long on = channels.all().stream().filter(Channels.Channel::online).count();
        return on + " on, " + (channels.all().size() - on) + " off";
    }
}
