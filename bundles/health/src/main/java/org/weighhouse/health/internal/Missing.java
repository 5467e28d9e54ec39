package org.weighhouse.health.internal;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** What a bundle needs that no other bundle has. */
final class Missing {

    private Missing() {}

    static List<String> of(Bundle bundle, BundleContext context) {
        if (bundle.getState() != Bundle.INSTALLED) {
            return List.of();
        }
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        List<String> needs = bundle.adapt(BundleRevision.class).getDeclaredRequirements(null).stream()
                .filter(need -> !isOptional(need) && wiring.findProviders(need).isEmpty())
                .map(Missing::said)
                .distinct()
                .toList();
        String named = PartsCheck.named(bundle);
        return needs.isEmpty()
                ? List.of(named + " cannot be wired to the others. bundle:diag " + bundle.getBundleId() + " says more.")
                : needs.stream()
                        .map(
                                need -> named + " needs " + need
                                        + ", which is not there. Install what has it, or build the bundle against what is there.")
                        .toList();
    }

    private static boolean isOptional(BundleRequirement need) {
        Map<String, String> directives = need.getDirectives();
        return Constants.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE))
                || Constants.EFFECTIVE_ACTIVE.equals(directives.get(Constants.EFFECTIVE_DIRECTIVE));
    }

    private static String said(BundleRequirement need) {
        String filter = need.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
        String what = filter.replaceAll(".*\\(" + Pattern.quote(need.getNamespace()) + "=([^)]*)\\).*", "$1");
        return need.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE)
                ? "the package " + what + versions(filter)
                : need.getNamespace() + " " + filter;
    }

    /** The bounds of the version, as the manifest says them in brackets. */
    private static String versions(String filter) {
        String least = filter.replaceAll(".*?\\(version>=([^)]*)\\).*", "$1");
        return least.equals(filter) ? "" : " from version " + least + " on";
    }
}
