"""What the plan asks of every leader, as rows of duty_rule; an office may edit them afterwards."""

DUTIES = (
    ("township_visit", "走访联系乡镇(街道)", "visit", "times", 1, "quarter", "township", "整改方案第1项"),
    ("village_visit", "走访联系村(社区)", "visit", "times", 1, "quarter", "village", "整改方案第1项"),
    ("household_visit", "走访联系户", "visit", "times", 2, "year", "household", "整改方案第1项"),
    ("hearing", "下访听诉", "hearing", "times", 1, "quarter", "leader", "整改方案第1项"),
    (
        "fieldwork_days",
        "下基层调研",
        "visit,hearing,fieldwork",
        "days",
        60,
        "year",
        "leader",
        "整改方案第2项",
    ),
    ("report", "调研报告", "report", "items", 2, "year", "leader", "整改方案第2项"),
    (
        "point_meeting",
        "参加联系点专题民主生活会",
        "point_meeting",
        "times",
        1,
        "year",
        "leader",
        "整改方案第29项",
    ),
)
