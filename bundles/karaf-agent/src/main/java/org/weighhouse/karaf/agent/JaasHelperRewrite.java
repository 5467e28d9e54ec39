package org.weighhouse.karaf.agent;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Karaf's {@code JaasHelper.doAs} hands the subject over in an {@code AccessControlContext}, which carries nothing any
 * more: send it to {@code Subject.doAs}, which has the same arguments.
 */
final class JaasHelperRewrite extends ClassVisitor {
    JaasHelperRewrite(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return name.equals("doAs") ? new ReplacedBody(next, code -> callDoAs(code, descriptor)) : next;
    }

    private static void callDoAs(MethodVisitor code, String descriptor) {
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "javax/security/auth/Subject", "doAs", descriptor, false);
        code.visitInsn(Opcodes.ARETURN);
    }
}
