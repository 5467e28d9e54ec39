package org.weighhouse.access.internal.login;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Weighhouse: LDAP directory",
        description = "Lets in who a directory knows, with the roles of their groups")
public @interface DirectoryConfig {

    @AttributeDefinition(description = "Address, such as ldaps://directory.example.org")
    String url();

    @AttributeDefinition(description = "Name of the user that searches; empty: anonymous")
    String bindDn() default "";

    @AttributeDefinition(description = "That user's password", type = AttributeType.PASSWORD)
    String bindPassword() default "";

    @AttributeDefinition(description = "Where people are, such as ou=people,dc=example,dc=org")
    String userBase();

    @AttributeDefinition(description = "Finds somebody; %u stands for the name that was typed")
    String userFilter() default "(uid=%u)";

    @AttributeDefinition(description = "Where groups are")
    String groupBase();

    @AttributeDefinition(
            description = "Finds somebody's groups; %fqdn stands for their whole name, %u for what was typed")
    String groupFilter() default "(member=%fqdn)";

    @AttributeDefinition(description = "What holds a group's name")
    String groupNameAttribute() default "cn";

    @AttributeDefinition(
            description = "Roles of groups, such as acme-staff=viewer:acme; groups that are not named give none")
    String[] groups() default {};

    @AttributeDefinition(
            description = "Longest wait for the directory, for connecting and for each answer, in milliseconds")
    int timeoutInMs() default 5_000;
}
