using Microsoft.AspNetCore.Http;

namespace Luoshi.Platform.Attachments;

/// <summary>Answers a request with a stored file so that no browser takes it for anything but what it is.</summary>
public static class AttachmentResults
{
    public static IResult ToResult(this AttachmentContent file, HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, no-store";
        // Pictures may be shown in a page; documents are only ever saved.
        return Results.File(file.Content, file.MediaType, file.MediaType.StartsWith("image/", StringComparison.Ordinal) ? null : file.FileName);
    }
}
