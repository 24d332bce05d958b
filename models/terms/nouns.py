"""The Chinese names of the tables, and of the columns that no form and no workbook names."""

from models.terms.fields import FIELDS

NOUNS = {
    "official": "干部",
    "contact_point": "联系点",
    "assignment": "联系关系",
    "activity": "活动",
    "participant": "参加人员",
    "target": "走访对象",
    "duty_rule": "履职要求",
    "holiday": "节假日",
    "setting": "设置",
    "pairing": "AB角",
    "absence": "外出",
    "explanation": "情况说明",
    "matter": "民情事项",
    "matter_step": "办理经过",
    "friend": "基层朋友",
    "picture": "图片",
    "closing": "季度结账",
    "kept_print": "结账存档",
}
_COLUMNS = {
    "official_id": "干部",
    "contact_point_id": "联系点",
    "activity_id": "活动",
    "matter_id": "民情事项",
    "a_id": "A角",
    "b_id": "B角",
    "parent_id": "所属",
    "role": "角色",
    "person": "对象",
    "outcome": "结果",
    "manner": "方式",
    "services": "三送服务",
    "heard": "反映问题",
    "reply": "答复处理",
    "reason": "原因",
    "day": "日期",
    "name": "名称",
    "value": "取值",
    "valid_from": "自何日起",
    "valid_to": "至何日止",
    "quota": "数量",
    "period": "期间",
    "per": "对每",
    "unit": "单位",
    "kinds": "活动类别",
    "months": "月数",
    "source": "依据",
    "caption": "说明",
    "kind": "类别",
    "closed_at": "结账时间",
    "who": "经办人",
    "reopened_at": "重新打开时间",
}


def noun(table: str) -> str:
    """The Chinese name of a table."""
    return NOUNS[table]


def column_name(table: str, column: str) -> str | None:
    """The Chinese name of a column; None for one that nobody reads."""
    fields = FIELDS.get(table, {})
    return fields.get(column) or fields.get(column.removesuffix("_id")) or _COLUMNS.get(column)
