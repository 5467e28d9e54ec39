package org.weighhouse.karaf.agent;

import java.util.function.Consumer;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Keeps a method's declaration and annotations, drops its code, writes other code instead. */
final class ReplacedBody extends MethodVisitor {
    private final MethodVisitor target;
    private final Consumer<MethodVisitor> body;

    ReplacedBody(MethodVisitor target, Consumer<MethodVisitor> body) {
        super(Opcodes.ASM9);
        this.target = target;
        this.body = body;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return target.visitAnnotation(descriptor, visible);
    }

    @Override
    public void visitParameter(String name, int access) {
        target.visitParameter(name, access);
    }

    @Override
    public void visitEnd() {
        target.visitCode();
        body.accept(target);
        // The writer computes the real sizes.
        target.visitMaxs(0, 0);
        target.visitEnd();
    }
}
