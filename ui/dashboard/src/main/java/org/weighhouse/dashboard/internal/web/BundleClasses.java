package org.weighhouse.dashboard.internal.web;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.annotation.HandlesTypes;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** The product's own classes in a bundle, and which of them somebody asks for by {@link HandlesTypes}. */
final class BundleClasses {

    private static final String FOLDER = "/org/weighhouse";
    private static final String SUFFIX = ".class";

    private BundleClasses() {}

    static Set<Class<?>> of(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring
                .listResources(
                        FOLDER, "*" + SUFFIX, BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL)
                .stream()
                .filter(file -> !file.endsWith("package-info" + SUFFIX))
                .map(file -> load(wiring.getClassLoader(), file))
                .collect(Collectors.toSet());
    }

    private static Class<?> load(ClassLoader loader, String file) {
        String name = file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException("a bundle has the classes that it lists", gone);
        }
    }

    /** Those of the classes that have one of the annotations, or are of one of the types, that it handles. */
    static Set<Class<?>> handledBy(ServletContainerInitializer initializer, Set<Class<?>> classes) {
        Optional<HandlesTypes> handles =
                Optional.ofNullable(initializer.getClass().getAnnotation(HandlesTypes.class));
        return classes.stream()
                .filter(each -> handles.stream()
                        .flatMap(types -> Stream.of(types.value()))
                        .anyMatch(type -> is(each, type)))
                .collect(Collectors.toSet());
    }

    private static boolean is(Class<?> each, Class<?> type) {
        return type.isAnnotation()
                ? each.isAnnotationPresent(type.asSubclass(Annotation.class))
                : type.isAssignableFrom(each) && type != each;
    }
}
