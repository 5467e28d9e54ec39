package org.weighhouse.karaf.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.function.UnaryOperator;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;

/** Rewrites the class of one name, leaves all others alone. Thread-safe. */
final class ClassRewriter implements ClassFileTransformer {
    private final String internalName;
    private final UnaryOperator<ClassVisitor> rewrite;
    private volatile RuntimeException failure;
    private volatile boolean done;

    /** @param internalName with slashes, as in class files */
    ClassRewriter(String internalName, UnaryOperator<ClassVisitor> rewrite) {
        this.internalName = internalName;
        this.rewrite = rewrite;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        if (!internalName.equals(name)) {
            return null;
        }
        try {
            byte[] rewritten = rewrite(classFile);
            done = true;
            return rewritten;
        } catch (RuntimeException e) {
            // The JVM swallows what a transformer throws, and would run on with the class as it was.
            failure = e;
            System.err.println("Weighhouse agent: cannot rewrite " + internalName + ": " + e);
            return null;
        }
    }

    byte[] rewrite(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        // Only straight-line code is added, so the existing stack maps stay valid.
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(rewrite.apply(writer), 0);
        return writer.toByteArray();
    }

    /** @throws IllegalStateException when the class was not rewritten */
    void requireDone() {
        if (!done) {
            throw new IllegalStateException("cannot rewrite " + internalName, failure);
        }
    }
}
