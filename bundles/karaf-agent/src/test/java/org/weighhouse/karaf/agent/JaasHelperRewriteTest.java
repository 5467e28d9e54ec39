package org.weighhouse.karaf.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.security.PrivilegedAction;
import javax.security.auth.Subject;
import org.junit.jupiter.api.Test;

class JaasHelperRewriteTest {
    /** Has the shape of Karaf's class: loses the subject on its way. */
    public static final class LosingHelper {
        private LosingHelper() {}

        public static <T> T doAs(Subject subject, PrivilegedAction<T> action) {
            return action.run();
        }

        public static String other() {
            return "untouched";
        }
    }

    @Test
    void doAs_is_sent_to_the_jdk_and_the_rest_is_left_alone() throws Exception {
        Class<?> rewritten = define(new ClassRewriter(internalName(), JaasHelperRewrite::new).rewrite(classFile()));
        Subject subject = new Subject();

        PrivilegedAction<Subject> whoActs = Subject::current;
        Object seen = rewritten
                .getMethod("doAs", Subject.class, PrivilegedAction.class)
                .invoke(null, subject, whoActs);

        if (Runtime.version().feature() >= SubjectAgent.FIRST_BROKEN_RELEASE) {
            assertThat(seen).isSameAs(subject);
        }
        assertThat(rewritten.getMethod("other").invoke(null)).isEqualTo("untouched");
    }

    @Test
    void classes_of_other_names_are_left_alone() throws Exception {
        ClassRewriter rewriter = new ClassRewriter("some/Other", JaasHelperRewrite::new);

        assertThat(rewriter.transform(null, internalName(), null, null, classFile()))
                .isNull();
    }

    private static String internalName() {
        return LosingHelper.class.getName().replace('.', '/');
    }

    private static byte[] classFile() throws IOException {
        try (InputStream in = LosingHelper.class.getResourceAsStream("JaasHelperRewriteTest$LosingHelper.class")) {
            return in.readAllBytes();
        }
    }

    private static Class<?> define(byte[] classFile) {
        return new ClassLoader(JaasHelperRewriteTest.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(LosingHelper.class.getName(), classFile, 0, classFile.length);
            }
        }.define();
    }
}
