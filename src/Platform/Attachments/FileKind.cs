namespace Luoshi.Platform.Attachments;

/// <summary>A kind of file that may be handed in, recognised by its bytes. What the browser claims, or the name ends in, is not believed.</summary>
public sealed record FileKind(string MediaType, string Extension, bool IsImage)
{
    public static readonly FileKind Jpeg = new("image/jpeg", ".jpg", IsImage: true);
    public static readonly FileKind Png = new("image/png", ".png", IsImage: true);
    public static readonly FileKind Webp = new("image/webp", ".webp", IsImage: true);
    public static readonly FileKind Pdf = new("application/pdf", ".pdf", IsImage: false);
    public static readonly FileKind Docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", IsImage: false);
    public static readonly FileKind Xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", IsImage: false);
}
