package org.weighhouse.health.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Components of an active bundle that wait or have failed. */
final class Components {

    private Components() {}

    static List<String> of(Bundle bundle, ServiceComponentRuntime runtime) {
        if (bundle.getState() != Bundle.ACTIVE) {
            return List.of();
        }
        return runtime.getComponentDescriptionDTOs(bundle).stream()
                .flatMap(component -> runtime.getComponentConfigurationDTOs(component).stream()
                        .flatMap(one -> problem(component, one).stream()))
                .map(problem -> PartsCheck.named(bundle) + ": " + problem)
                .toList();
    }

    private static Optional<String> problem(ComponentDescriptionDTO component, ComponentConfigurationDTO one) {
        String name = component.name.substring(component.name.lastIndexOf('.') + 1);
        return switch (one.state) {
            case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
                Optional.of(name + " waits for "
                        + Stream.of(one.unsatisfiedReferences)
                                .map(reference ->
                                        reference.name + (reference.target == null ? "" : " " + reference.target))
                                .collect(Collectors.joining(", "))
                        + ". If its own bundle is here, it says what is wrong.");
            case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
                Optional.of(name + " waits for a configuration " + String.join(", ", component.configurationPid)
                        + ". Make it: config:edit " + component.configurationPid[0]);
            case ComponentConfigurationDTO.FAILED_ACTIVATION ->
                Optional.of(name + " failed: " + cause(one.failure)
                        + ". Its settings are in " + String.join(", ", component.configurationPid)
                        + "; a change of them tries it again.");
            default -> Optional.empty();
        };
    }

    /** The innermost cause of a stack trace, without the names of exceptions. */
    private static String cause(String trace) {
        String last = trace.lines().filter(line -> !line.startsWith("\t")).reduce(trace, (before, line) -> line);
        return last.replaceFirst("^(Caused by: )?([\\w.$]+(Exception|Error): )+", "")
                .strip()
                .replaceFirst("\\.$", "");
    }
}
