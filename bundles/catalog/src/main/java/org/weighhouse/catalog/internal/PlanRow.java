package org.weighhouse.catalog.internal;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.weighhouse.api.catalog.Plan;

/** A plan as it is stored. */
@Entity
@Table(name = "catalog_plan")
class PlanRow {

    @Id
    @Column(name = "name")
    private String name;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "catalog_allowance", joinColumns = @JoinColumn(name = "plan"))
    private List<AllowanceColumns> allowances = new ArrayList<>();

    protected PlanRow() {}

    PlanRow(Plan plan) {
        name = plan.name();
        setAllowances(plan);
    }

    final void setAllowances(Plan plan) {
        allowances.clear();
        plan.allowances().forEach((unit, allowance) -> allowances.add(new AllowanceColumns(unit, allowance)));
    }

    Plan toPlan() {
        return new Plan(
                name,
                allowances.stream().collect(Collectors.toMap(AllowanceColumns::unit, AllowanceColumns::toAllowance)));
    }
}
