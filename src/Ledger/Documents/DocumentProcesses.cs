using Luoshi.Platform.Journal;

namespace Luoshi.Ledger.Documents;

/// <summary>The kinds of change the library makes.</summary>
internal static class DocumentProcesses
{
    public static readonly ProcessKind Receive = new("library.receive", "收文件", "receive a document");
    public static readonly ProcessKind Reread = new("library.reread", "新版本重读文件", "read a document anew with a newer version");
    public static readonly ProcessKind Correct = new("library.correct", "更正读数", "correct a figure");
    public static readonly ProcessKind Reset = new("library.reset", "恢复机器读法", "put the machine's reading back");

    /// <summary>Who acts, where an installation may run without sign-in.</summary>
    public static Actor Person(string name) => name.Length == 0 ? Actor.System("未登录 / not signed in") : new Actor { Name = name };
}
