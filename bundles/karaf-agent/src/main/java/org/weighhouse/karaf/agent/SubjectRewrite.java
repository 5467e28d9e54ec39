package org.weighhouse.karaf.agent;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** {@code Subject.getSubject} answers again, and {@code Subject.callAs} passes the subject on to new threads. */
final class SubjectRewrite extends ClassVisitor {
    private static final String HOLDER = "org/weighhouse/karaf/agent/boot/InheritedSubject";
    private static final String SUBJECT = "Ljavax/security/auth/Subject;";
    private static final String CALLABLE = "Ljava/util/concurrent/Callable;";

    SubjectRewrite(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return switch (name) {
            case "getSubject" -> new ReplacedBody(next, SubjectRewrite::answerHolder);
            case "callAs" -> new InheritingCall(next);
            default -> next;
        };
    }

    private static void answerHolder(MethodVisitor code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, HOLDER, "get", "()" + SUBJECT, false);
        code.visitInsn(Opcodes.ARETURN);
    }

    /** Wraps the action, the method's second argument, before anything else happens. */
    private static final class InheritingCall extends MethodVisitor {
        InheritingCall(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            visitVarInsn(Opcodes.ALOAD, 0);
            visitVarInsn(Opcodes.ALOAD, 1);
            visitMethodInsn(
                    Opcodes.INVOKESTATIC, HOLDER, "inheritable", "(" + SUBJECT + CALLABLE + ")" + CALLABLE, false);
            visitVarInsn(Opcodes.ASTORE, 1);
        }
    }
}
