package org.weighhouse.deploy.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.felix.fileinstall.ArtifactInstaller;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jars in the deploy folder that are, by name and version, bundles of ours which a feature installed: each stands in for the
 * feature's own while it lies there. Without this Karaf would take the feature's bundle for the file's and, when the file
 * is deleted, uninstall it, while the feature says that it is started.
 *
 * <p>Thread-safe.
 */
@Component(service = ArtifactInstaller.class, property = "service.ranking:Integer=100")
public final class Substitutes implements ArtifactInstaller {

    private static final String OURS = "org.weighhouse.";
    private static final Logger LOG = LoggerFactory.getLogger(Substitutes.class);

    private final BundleContext context;
    private final Remembered remembered;

    @Activate
    public Substitutes(BundleContext context) throws IOException {
        this.context = context;
        remembered =
                new Remembered(context.getDataFile("substitutes.properties").toPath());
        for (String file : remembered.files()) {
            if (!new File(file).exists()) {
                uninstall(new File(file));
            }
        }
    }

    @Override
    public boolean canHandle(File file) {
        return substituted(file).isPresent();
    }

    @Override
    public void install(File file) throws IOException, BundleException {
        Bundle bundle = substituted(file)
                .orElseThrow(() -> new IOException("There is no bundle any more that " + file + " could stand in for"));
        remembered.put(file.getPath(), bundle.getLocation());
        try (InputStream jar = Files.newInputStream(file.toPath())) {
            bundle.update(jar);
        }
        letGoOfFormer(bundle);
        LOG.info(
                "{} stands in for {} {} while it lies in the deploy folder",
                file.getName(),
                bundle.getSymbolicName(),
                bundle.getVersion());
    }

    @Override
    public void update(File file) throws IOException, BundleException {
        install(file);
    }

    @Override
    public void uninstall(File file) {
        Optional<Bundle> bundle = remembered.location(file.getPath()).map(context::getBundle);
        try {
            if (bundle.isPresent()) {
                bundle.get().update();
                letGoOfFormer(bundle.get());
                LOG.info("{} is the feature's own again", bundle.get().getSymbolicName());
            }
            remembered.remove(file.getPath());
        } catch (IOException | BundleException failed) {
            LOG.error("The feature's own bundle could not be brought back in the place of {}", file, failed);
        }
    }

    /** Whoever uses packages of the content before uses those of the new one from now on. */
    private void letGoOfFormer(Bundle bundle) {
        FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
        if (wiring.getRemovalPendingBundles().contains(bundle)) {
            wiring.refreshBundles(List.of(bundle));
        }
    }

    /** The bundle that a jar would stand in for: of the same name and version, and not from a file. */
    private Optional<Bundle> substituted(File file) {
        return JarIdentity.of(file)
                .filter(identity -> identity.name().startsWith(OURS))
                .flatMap(identity -> Arrays.stream(context.getBundles())
                        .filter(bundle -> identity.name().equals(bundle.getSymbolicName())
                                && identity.version().equals(bundle.getVersion()))
                        .filter(bundle -> bundle.getLocation().startsWith("mvn:"))
                        .findFirst());
    }
}
