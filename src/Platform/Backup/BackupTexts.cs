using Luoshi.Kernel.Outcomes;

namespace Luoshi.Platform.Backup;

internal static class BackupTexts
{
    public static readonly Refusal NotABackup = new("backup.not_a_backup", "这不是落实的备份文件，或文件不完整。", "This is no Luoshi backup, or it is incomplete.");
    public static readonly Refusal NotEmpty = new("backup.not_empty", "目标中已有数据。为防止覆盖，只能恢复到空目录或空数据库。", "The target already holds data. To overwrite nothing, a restore needs an empty folder or an empty database.");
    public static readonly Refusal Newer = new("backup.newer", "备份来自更新版本的落实，请用那个版本或更新的版本恢复。", "The backup was made by a newer Luoshi; restore it with that version or a later one.");

    public static Refusal Exists(string file) => new("backup.exists", $"文件 {file} 已存在，请换一个文件名。", $"The file {file} exists already; choose another name.", file);

    public static Refusal Damaged(string part) => new("backup.damaged", $"备份已损坏：{part} 与清单中的校验值不符。什么都没有恢复。", $"The backup is damaged: {part} does not match its checksum. Nothing was restored.", part);

    public static Refusal OtherDatabase(string kind) => new("backup.other_database", $"这个备份来自 {kind}，只能恢复到同类数据库。", $"This backup was made from {kind} and goes back into the same kind of database.");
}
