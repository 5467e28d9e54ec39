package org.weighhouse.dashboard.internal.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.weighhouse.api.access.Permission;

/** What a page takes in the workspace that it shows. A page that says nothing is for everybody who may look. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    Permission value();

    /** Reads it off a page. */
    final class Of {

        private Of() {}

        public static Permission page(Class<?> page) {
            Needs needs = page.getAnnotation(Needs.class);
            return needs == null ? Permission.LOOK : needs.value();
        }
    }
}
